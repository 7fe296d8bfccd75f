// The window of time that the map shows: a day, the hour it begins and how long it lasts; play and now.

import { DAY, dayOf, hourText, isDay, minuteOf, moment, now, windowText } from './clock.js';
import { byId } from './page.js';

const PAUSE = 700;

export class Timeline {
  /** `changed()` returns a promise: play waits for the map before its next step. One timeline has the page's controls. */
  constructor({ start, minutes, changed }) {
    this.start = start ?? now();
    this.minutes = minutes ?? 60;
    this.changed = changed;
    byId('temps').onsubmit = (event) => event.preventDefault();
    byId('jour').onchange = () => this.pickDay(byId('jour').value);
    byId('duree').onchange = () => this.set(this.start, Number(byId('duree').value));
    byId('heure').oninput = () => this.set(moment(dayOf(this.start), Number(byId('heure').value)));
    byId('maintenant').onclick = () => this.set(now());
    byId('lecture').onclick = () => (this.playing ? this.stop() : this.play());
    this.set(this.start, this.minutes, true);
  }

  get day() {
    return dayOf(this.start);
  }

  get text() {
    return windowText(this.start, this.minutes);
  }

  pickDay(day) {
    if (isDay(day)) this.set(moment(day, minuteOf(this.start)));
    else byId('jour').value = this.day;
  }

  /** Moments are shown from one quarter of an hour to another; a whole day begins at midnight. */
  set(start, minutes = this.minutes, quiet = false) {
    this.minutes = minutes;
    this.start = minutes >= DAY ? moment(dayOf(start)) : Math.floor(start / 15) * 15;
    byId('jour').value = this.day;
    byId('duree').value = String(this.minutes);
    byId('heure').value = String(minuteOf(this.start));
    byId('heure').disabled = this.minutes >= DAY;
    byId('heure').setAttribute('aria-valuetext', hourText(this.start));
    byId('fenetre').textContent = this.text;
    return quiet ? Promise.resolve() : this.changed();
  }

  async play() {
    this.playing = true;
    this.showPlaying();
    const step = this.minutes >= DAY ? DAY : Math.min(this.minutes, 60);
    while (this.playing) {
      const began = performance.now();
      await this.set(this.start + step);
      await new Promise((done) => setTimeout(done, Math.max(0, PAUSE - (performance.now() - began))));
    }
  }

  stop() {
    this.playing = false;
    this.showPlaying();
  }

  showPlaying() {
    byId('lecture').setAttribute('aria-pressed', String(this.playing));
    byId('lecture').textContent = this.playing ? 'Pause' : 'Lecture';
  }
}
