// One state (when, where, which layers) that the map, the list of events and the page's address follow.

import { SYSTEM } from './capabilities.js';
import { hourText, iso, now } from './clock.js';
import { EventList } from './events.js';
import { Identify } from './identify.js';
import { Layers } from './layers.js';
import { CityMap } from './map.js';
import { byId, latest, settled } from './page.js';
import * as permalink from './permalink.js';
import { Timeline } from './timeline.js';

export class Consultation {
  /** `refused(error)` is called when the person may no longer see. */
  constructor({ session, published, refused }) {
    const asked = permalink.read(location.hash);
    Object.assign(this, { session, published, refused });
    this.image = latest((signal, question) => session.wms(question, { type: 'image/', signal }));
    this.listSoon = settled(() => this.events.refresh(), 300);
    const scope = () => this.scope();
    const failed = (error) => this.failed(error);
    this.layers = new Layers({ session, groups: published.groups, shown: asked.layers, changed: () => this.draw() });
    this.timeline = new Timeline({ start: asked.start, minutes: asked.minutes, changed: () => this.draw() });
    this.map = new CityMap({
      request: (...frame) => this.request(...frame), moved: () => this.moved(), failed,
      chosen: (coordinate) => this.identify.at(coordinate),
    });
    this.events = new EventList({ session, scope, failed, go: (rectangle) => this.go(rectangle) });
    this.identify = new Identify({ session, scope, failed, marked: (coordinate) => this.map.mark(coordinate) });
    this.map.open(published.extent, asked);
    this.begin(Boolean(asked.centre));
  }

  /** Without a link that says where, the map opens on what the day holds rather than on the whole territory. */
  async begin(placed) {
    if (!placed) {
      await this.events.refresh();
      const rectangle = this.events.extent();
      if (rectangle) this.map.show(rectangle);
    }
    await this.draw();
  }

  get time() {
    return `${iso(this.timeline.start)}/${iso(this.timeline.start + this.timeline.minutes)}`;
  }

  /** What the list and the questions about a point are asked of. */
  scope() {
    const { timeline, map, layers, published } = this;
    return {
      eventLayers: layers.events(), layers: layers.all.filter((layer) => layers.shown.has(layer.name) && layer.queryable),
      frame: map.frame(), size: map.size(), territory: published.extent, time: this.time, start: timeline.start,
      minutes: timeline.minutes, day: timeline.day, text: timeline.text, title: (name) => layers.title(name),
    };
  }

  async request(extent, width, height, ratio) {
    const response = await this.image({
      REQUEST: 'GetMap', LAYERS: this.layers.names().join(','), STYLES: '', CRS: SYSTEM, BBOX: extent.join(','), WIDTH: width,
      HEIGHT: height, FORMAT: 'image/png', TRANSPARENT: 'TRUE', DPI: Math.round(96 * ratio), TIME: this.time,
    });
    if (response) this.drawn();
    return response;
  }

  drawn() {
    byId('voile').hidden = true;
    byId('resume').textContent = `Carte : ${this.timeline.text}. Dessinée à ${hourText(now())} pour votre périmètre.`;
  }

  /** After any change of time or layers. */
  async draw() {
    this.remember();
    this.listSoon();
    if (this.layers.names().length) {
      await this.map.draw();
      return;
    }
    this.map.clear();
    byId('voile').hidden = true;
    byId('resume').textContent = 'Aucune couche n’est affichée.';
  }

  moved() {
    this.remember();
    if (this.events.framed) this.listSoon();
  }

  remember() {
    const { start, minutes } = this.timeline;
    history.replaceState(null, '', permalink.write({
      centre: this.map.view.getCenter(), resolution: this.map.view.getResolution(), start, minutes, layers: [...this.layers.shown] }));
  }

  go(rectangle) {
    this.map.show(rectangle);
    byId('carte').focus();
  }

  /** What could not be shown is not left to look like nothing. */
  failed(error) {
    this.timeline.stop();
    if (error.final) {
      this.refused(error);
      return;
    }
    this.map.clear();
    byId('voile').hidden = false;
    byId('voile').firstElementChild.textContent = `Carte non affichée. ${error.message}`;
    byId('resume').textContent = '';
  }

  /** Nothing stays on the page. */
  close() {
    this.timeline.stop();
    this.listSoon.cancel();
    this.map.close();
    for (const id of ['couches', 'liste', 'description', 'resume', 'impression']) byId(id).replaceChildren();
  }
}
