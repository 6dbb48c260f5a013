/** The line to the server: loads what stands, then hears what changes; tries again by itself when the server is away. */

import { hearBriefing, hearCall, hearClock, hearHouse, hearNote } from "./house.js";
import { server } from "./server.js";
import { openChat, putChat, putMessage, store, tell } from "./store.js";

const PATIENCE = [500, 1000, 2000, 4000, 8000];
const TYPING_LASTS = 5000;
let failures = 0;

/** Start listening; `isSeen` says whether a new message of a chat is before somebody's eyes. */
export function listen(isSeen) {
  const source = new EventSource("/sandbox/events");
  let waiting = []; // what happens while the rest is loading comes after it, so that nothing older overwrites it
  source.onopen = async () => {
    try {
      await load();
      const held = waiting;
      waiting = null;
      held.forEach((event) => hear(event, isSeen));
      failures = 0;
      connected(true);
    } catch {
      retry(source, isSeen);
    }
  };
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (waiting) waiting.push(event);
    else hear(event, isSeen);
  };
  source.onerror = () => retry(source, isSeen);
}

function retry(source, isSeen) {
  if (source.readyState === EventSource.CLOSED && source.retrying) return;
  source.retrying = true;
  source.close();
  connected(false);
  setTimeout(() => listen(isSeen), PATIENCE[Math.min(failures, PATIENCE.length - 1)]);
  failures += 1;
}

function connected(there) {
  store.connected = there;
  tell("connection", there);
}

async function load() {
  const [people, told, calls] = await Promise.all([server.people(), server.house(), server.log()]);
  hearPeople(people);
  await refreshBot();
  hearHouse(told, calls);
  await Promise.all([...store.chats.values()].map(loadMessages));
  tell("chats");
  if (openChat()) tell("opened", openChat());
}

async function loadMessages(chat) {
  const messages = await server.messages(chat.id);
  chat.messages = new Map(messages.map((message) => [message.message_id, message]));
}

/** The bot as the one who speaks sees it: menu and texts differ by chat, person and language. */
export async function refreshBot() {
  const chat = openChat() ?? store.chats.values().next().value;
  const bot = await server.bot(chat?.id, chat?.speaker);
  if (JSON.stringify(bot) === JSON.stringify(store.bot)) return;
  store.bot = bot;
  tell("bot");
}

function hearPeople({ people, chats, default_chat: first }) {
  store.firstChat = first;
  store.people = new Map(people.map((person) => [person.id, person]));
  chats.forEach(putChat);
}

const HEARD = {
  message: (event, isSeen) => putMessage(event.chat, event, { seen: isSeen(event.chat) }),
  deleted: ({ chat, message_id: id }) => {
    store.chats.get(chat)?.messages.delete(id);
    tell("removed", { chat: store.chats.get(chat), id });
  },
  typing: ({ chat }) => {
    const room = store.chats.get(chat) ?? putChat({ id: chat });
    room.typingUntil = performance.now() + TYPING_LASTS;
    tell("typing", room);
    setTimeout(() => tell("typing", room), TYPING_LASTS + 50);
  },
  callback_answer: (event) => tell("pressed", event),
  commands: refreshBot,
  chat: async () => {
    hearPeople(await server.people());
    tell("chats");
  },
  clock: hearClock,
  call: hearCall,
  note: hearNote,
  briefing: hearBriefing,
};

function hear(event, isSeen) {
  HEARD[event.type]?.(event, isSeen);
}
