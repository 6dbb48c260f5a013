/** The calls this page makes, all to the server it came from. */

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(reason(text) || `${answer.status} ${answer.statusText}`);
  return text ? JSON.parse(text) : null;
}

function reason(text) {
  try {
    const told = JSON.parse(text);
    return told.error ?? told.description ?? "";
  } catch {
    return text.slice(0, 200);
  }
}

export const server = {
  bot: (chat, person) => call("GET", `/sandbox/bot?chat=${chat ?? 0}&person=${person ?? 0}`),
  house: () => call("GET", "/sandbox/house"),
  people: () => call("GET", "/sandbox/people"),
  clock: () => call("GET", "/sandbox/clock"),
  log: () => call("GET", "/sandbox/log"),
  messages: (chat) => call("GET", `/sandbox/chats/${chat}/messages`),
  write: (chat, text, from) => call("POST", `/sandbox/chats/${chat}/messages`, { text, from }),
  press: (chat, message, data, from) =>
    call("POST", `/sandbox/chats/${chat}/press`, { message_id: message, data, from }),
  setClock: (wish) => call("PUT", "/sandbox/clock", wish),
};
