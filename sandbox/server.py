"""A Telegram on this machine, for any bot: the Bot API, the chat page, the control calls and the newsroom.

Who is there from the start
    people   Ada   id 1001  username ada    language en      Deniz  id 1002  username deniz  language tr
    chats    1001  private, Ada's own chat with the bot      -2001  group "Foreign desk": Ada (administrator) and Deniz
    GET /sandbox/people → {"default_chat": 1001, "people": [{"id", "name", "username", "language"}],
                           "chats": [{"id", "type": "private|group|supergroup|channel", "title", "members": [ids],
                                      "admins": [ids], "blocked", "migrated_to": id|null, "closed_topics": [ids]}]}
    Other chats come into being when they are put or written in; a positive id is the private chat of the person with
    that id, a negative one a group.

What the page reads and says (all JSON; errors are {"error": "a sentence"} with 400, 403, 404, 409 or 413)
    GET  /sandbox/chats/{id}/messages          a list of messages, oldest first:
         {"message_id", "date": ISO, "from": "bot"|id, "text", "html", "buttons": [[{"text", "data"?|"url"?|"copy_text"?|
          "switch_inline_query"?}]], "file": {"name", "type", "url"}|null, "edited": bool}
         and only where it says something: "thread": id, "reply_to": message_id, "silent": true, "album": id.
         `html` is safe to insert: only b i u s code pre[> code class="language-…"] a[href] blockquote[expandable]
         tg-spoiler tg-emoji[emoji-id] tg-time[unix, format], everything else escaped; line breaks are "\n".
    POST /sandbox/chats/{id}/messages {"text", "from"?, "thread"?, "reply_to"?}   → the message as above
    POST /sandbox/chats/{id}/press {"message_id", "data", "from"?}   → {"callback_query_id"}; the bot's answer comes as
         the event "callback_answer"
    PUT  /sandbox/chats/{id} {"type"?, "title"?, "members"?, "admins"?, "blocked"?, "migrated_to"?, "closed_topics"?,
         "language"?}   → the chat as in /sandbox/people
    GET  /sandbox/bot   → {"id", "name", "username", "description", "short_description", "commands": [{"command",
         "description"}]};  ?chat={id}&person={id} gives the texts and the menu of that chat, person and language
    GET  /sandbox/house → {"now", "speed", "ended", "next_briefing": ISO|null, "notes": [{"at", "kind", "text"}]}
    GET  /sandbox/clock → {"now", "speed", "ended"};  PUT /sandbox/clock {"speed"?: 0|N|"max", "until"?: ISO} → the same
    GET  /sandbox/log   → [{"at", "method", "chat": id|null, "outcome": "ok" or the error, "seconds"}]
    PUT  /sandbox/faults {"delay"?, "status"?, "drop"?, "rate"?, "for_s"?};  {} ends them
    GET  /sandbox/events: server-sent events, each `data:` line one JSON object with "type":
         "message"          the message as above plus "chat" (sent for new messages and for edits of old ones alike)
         "deleted"          {"chat", "message_id"}
         "typing"           {"chat", "action", "thread"?}
         "callback_answer"  {"chat", "callback_query_id", "text", "alert": bool, "url": string|null}
         "commands"         {"scope", "language", "commands"}: the menu changed, or a text of /sandbox/bot ("commands": null)
         "chat"             the chat as in /sandbox/people
         "clock"            {"now", "speed", "ended"}, once a second while it goes and whenever it is set
         "call"             one line of the log (getUpdates is left out)
         "note"             {"at", "kind", "text"}: what the house says of itself
    Files: "url" of a message's file is a path of this server.
"""
