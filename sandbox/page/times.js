/** Moments of the house's clock, written as a chat writes them, in the zone of the one who looks. */

const written = (options) => {
  const format = new Intl.DateTimeFormat("en-GB", options);
  return (moment) => format.format(moment);
};

export const hour = written({ hour: "2-digit", minute: "2-digit" });
export const second = written({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const shortWeekday = written({ weekday: "short" });
const dayAndMonth = written({ day: "numeric", month: "short" });
const longDay = written({ day: "numeric", month: "long", year: "numeric" });
const plainDay = written({ year: "numeric", month: "2-digit", day: "2-digit" });
const dayOfYear = written({ day: "numeric", month: "short", year: "numeric" });
const weekday = written({ weekday: "long" });
export const universal = written({ hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

// the comma after a weekday comes and goes with the browser's version, so the two are joined here
export const shortDay = (moment) => `${shortWeekday(moment)} ${dayAndMonth(moment)}`;
export const wholeDay = (moment) => `${weekday(moment)} ${longDay(moment)}`;

export const sameDay = (one, other) => plainDay(one) === plainDay(other);

/** The line between two days: `Today` by the house's clock, else the day with its name. */
export function dayLine(moment, now) {
  if (sameDay(moment, now)) return "Today";
  const yesterday = new Date(now.getTime() - 86_400_000);
  return sameDay(moment, yesterday)
    ? "Yesterday"
    : shortDay(moment) + (sameYear(moment, now) ? "" : ` ${moment.getFullYear()}`);
}

const sameYear = (one, other) => one.getFullYear() === other.getFullYear();

/** Where space is short: the hour today, else the day. */
export const brief = (moment, now) => (sameDay(moment, now) ? hour(moment) : shortDay(moment));

/** The whole moment for a tooltip, with UTC beside the local hour. */
export const whole = (moment) => `${wholeDay(moment)}, ${second(moment)} (${universal(moment)} UTC)`;

/** `in 12 h 4 min`. */
export function until(moment, now) {
  const minutes = Math.max(0, Math.round((moment - now) / 60_000));
  if (minutes < 1) return "in a moment";
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = days ? [`${days} d`, hours && `${hours} h`] : [hours && `${hours} h`, rest && `${rest} min`];
  return `in ${parts.filter(Boolean).join(" ")}`;
}

/** `<tg-time unix format>`: r says how far off, else weekday w, date d or D, time t or T, as Telegram's format string asks. */
export function telegramTime(unix, format, now) {
  const moment = new Date(unix * 1000);
  if (format === "r") return moment >= now ? until(moment, now) : `${until(now, moment).replace(/^in /, "")} ago`;
  const words = { w: weekday, d: plainDay, D: dayOfYear, t: hour, T: second };
  return [...format]
    .map((letter) => words[letter]?.(moment))
    .filter(Boolean)
    .join(", ");
}
