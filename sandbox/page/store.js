/** What the page knows: bot, people, chats with their messages, the house. Everything else draws what stands here. */

const listeners = new Map();

/** Be told of a change: `bot`, `chats`, `opened`, `message`, `removed`, `typing`, `pressed`, `house`, `connection`. */
export function on(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
}

export function tell(kind, what) {
  for (const listener of listeners.get(kind) ?? []) listener(what);
}

export const store = {
  bot: { name: "Bot", username: "", description: "", commands: [] },
  people: new Map(),
  chats: new Map(),
  open: null,
  firstChat: null,
  connected: true,
};

/** Take a chat in, or what changed of one; its messages stay. */
export function putChat(told) {
  const known = store.chats.get(told.id) ?? {
    messages: new Map(),
    unread: 0,
    firstUnread: null,
    typingUntil: 0,
    speaker: null,
  };
  const chat = Object.assign(known, { type: told.id < 0 ? "group" : "private", title: "", members: [] }, told);
  if (chat.type === "private" && !chat.members.length) chat.members = [chat.id];
  if (!chat.members.includes(chat.speaker)) chat.speaker = chat.members[0] ?? null;
  store.chats.set(chat.id, chat);
  return chat;
}

export const openChat = () => store.chats.get(store.open);
export const isGroup = (chat) => chat.type !== "private";
export const personName = (id) => store.people.get(id)?.name ?? `Person ${id}`;
export const chatTitle = (chat) => (isGroup(chat) ? chat.title || `Group ${chat.id}` : store.bot.name);
export const lastMessage = (chat) => [...chat.messages.values()].at(-1);

/** Who wrote it, as a name. */
export const authorName = (message) => (message.from === "bot" ? store.bot.name : personName(message.from));

/** Whether the one at the keyboard wrote it: in a group that depends on who speaks. */
export const isMine = (message, chat) => message.from !== "bot" && message.from === chat.speaker;

/** A message came or changed; what nobody has seen counts as unread. */
export function putMessage(chatId, message, { seen }) {
  const chat = store.chats.get(chatId) ?? putChat({ id: chatId });
  const known = chat.messages.has(message.message_id);
  chat.messages.set(message.message_id, message);
  if (message.from === "bot") chat.typingUntil = 0;
  if (!known && !seen && !isMine(message, chat)) {
    chat.unread += 1;
    chat.firstUnread ??= message.message_id;
  }
  tell("message", { chat, message, known });
}

export function markRead(chat) {
  if (!chat.unread) return;
  chat.unread = 0;
  chat.firstUnread = null;
  tell("chats");
}

/** Open a chat on the screen. */
export function open(id) {
  if (!store.chats.has(id)) return;
  store.open = id;
  tell("opened", openChat());
  tell("chats");
}
