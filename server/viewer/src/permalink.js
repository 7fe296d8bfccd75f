// Where the map is, when, and which layers: the fragment of the page's address, which browsers do not send to servers. Never
// who is looking.

import { DAY, dayOf, isDay, minuteOf, moment } from './clock.js';

const DURATIONS = [15, 60, 120, 240, DAY];

/** What the address says and makes sense; the rest is left out. */
export function read(fragment) {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const place = {};
  const numbers = (said.get('ou') || '').split(',').map(Number);
  if (numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0)
    Object.assign(place, { centre: numbers.slice(0, 2), resolution: numbers[2] });
  const [day, hour] = (said.get('quand') || '').split('T');
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(hour || '');
  if (isDay(day)) place.start = moment(day, clock ? Number(clock[1]) * 60 + Number(clock[2]) : 0);
  const minutes = Number(said.get('duree'));
  if (DURATIONS.includes(minutes)) place.minutes = minutes;
  if (said.has('couches')) place.layers = said.get('couches').split(',').filter(Boolean);
  return place;
}

export function write({ centre, resolution, start, minutes, layers }) {
  const clock = `${String(Math.floor(minuteOf(start) / 60)).padStart(2, '0')}:${String(minuteOf(start) % 60).padStart(2, '0')}`;
  const said = [
    `ou=${centre.map(Math.round).join(',')},${Number(resolution.toPrecision(4))}`,
    `quand=${dayOf(start)}T${clock}`,
    `duree=${minutes}`,
    `couches=${layers.join(',')}`,
  ];
  return `#${said.join('&')}`;
}
