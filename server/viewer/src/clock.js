// Wall-clock time of the territory, whatever the zone of the browser. A moment is the number of minutes since the epoch of a
// clock that shows local time: no zone, no surprise when added to; the server reads TIME without a zone in the same way.

let zone = 'Europe/Paris';

/** Of the territory, as the server says it (an IANA name). */
export function keepTimeOf(name) {
  if (name) zone = name;
}

export const DAY = 1440;

const pad = (number) => String(number).padStart(2, '0');

/** "2026-11-27" and minutes of that day. */
export const moment = (day, minutes = 0) => Date.parse(`${day}T00:00Z`) / 60000 + minutes;
export const dayOf = (at) => new Date(at * 60000).toISOString().slice(0, 10);
export const minuteOf = (at) => ((at % DAY) + DAY) % DAY;
export const hourText = (at) => `${pad(Math.floor(minuteOf(at) / 60))} h ${pad(minuteOf(at) % 60)}`;
export const iso = (at) => new Date(at * 60000).toISOString().slice(0, 19);
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The moment of an instant (Date). */
export function local(instant) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type) => parts.find((one) => one.type === type).value;
  return moment(`${part('year')}-${part('month')}-${part('day')}`, Number(part('hour')) * 60 + Number(part('minute')));
}

export const now = () => local(new Date());

const LONG = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' });

export const dayText = (at) => LONG.format(new Date(at * 60000));
export const shortDay = (at) => SHORT.format(new Date(at * 60000));

/** "vendredi 27 novembre 2026, de 14 h 00 à 15 h 00". */
export function windowText(start, minutes) {
  if (minutes >= DAY) return `${dayText(start)}, toute la journée`;
  return `${dayText(start)}, de ${hourText(start)} à ${hourText(start + minutes)}`;
}

/** The moment of an attribute: an instant when it has a zone, else already local; null when it is no date. */
export function attributeMoment(value) {
  if (!value) return null;
  const text = String(value).replace(' ', 'T');
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const milliseconds = Date.parse(zoned ? text : `${text}Z`);
  if (Number.isNaN(milliseconds)) return null;
  return zoned ? local(new Date(milliseconds)) : Math.round(milliseconds / 60000);
}

/** "27/11/2026 14 h 00", the day left out when it is the one in question. */
export function momentText(value, day) {
  const at = attributeMoment(value);
  if (at === null) return value ? String(value) : '';
  return dayOf(at) === day ? hourText(at) : `${shortDay(at)} ${hourText(at)}`;
}
