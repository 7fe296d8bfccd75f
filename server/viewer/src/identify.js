// What is at a point: events, zones, the tension and what it is made of.

import { byId, element, latest } from './page.js';
import { SYSTEM } from './capabilities.js';
import { described, kindOf, nameOf } from './features.js';

export class Identify {
  /** `scope()` gives { layers, frame, size, time, day, title }. */
  constructor({ session, scope, marked, failed }) {
    Object.assign(this, { session, scope, marked, failed });
    this.fetch = latest((signal, coordinate) => this.ask(signal, coordinate));
  }

  async at(coordinate) {
    this.coordinate = coordinate;
    this.marked(coordinate);
    byId('description').replaceChildren(element('p', { role: 'status' }, 'Recherche…'));
    try {
      const features = await this.fetch(coordinate);
      if (features) this.show(features);
    } catch (error) {
      this.clear(error.message);
      this.failed(error);
    }
  }

  clear(message) {
    this.marked(null);
    byId('description').replaceChildren(element('p', { class: message ? 'refus' : 'note' },
      message || 'Cliquer sur la carte, ou placer le point au centre et appuyer sur Entrée.'));
  }

  async ask(signal, coordinate) {
    const { layers, frame, size, time } = this.scope();
    const names = layers.filter((layer) => layer.queryable).map((layer) => layer.name).join(',');
    if (!names) return [];
    const [width, height] = size.map(Math.round);
    const column = Math.round((coordinate[0] - frame[0]) / (frame[2] - frame[0]) * width);
    const row = Math.round((frame[3] - coordinate[1]) / (frame[3] - frame[1]) * height);
    const response = await this.session.wms({
      REQUEST: 'GetFeatureInfo', LAYERS: names, QUERY_LAYERS: names, STYLES: '', CRS: SYSTEM, BBOX: frame.join(','),
      WIDTH: width, HEIGHT: height, I: Math.min(column, width - 1), J: Math.min(row, height - 1),
      INFO_FORMAT: 'application/json', FEATURE_COUNT: 20, TIME: time,
      FI_POINT_TOLERANCE: 12, FI_LINE_TOLERANCE: 10, FI_POLYGON_TOLERANCE: 2,
    }, { type: 'json', signal });
    return (await response.json()).features || [];
  }

  show(features) {
    const [x, y] = this.coordinate.map((value) => Math.round(value).toLocaleString('fr-FR'));
    const place = element('p', { class: 'note' }, `Lambert-93 : ${x} ; ${y} m. ${this.scope().text.replace(/^./, (first) => first.toUpperCase())}.`);
    const found = features.map((feature) => this.entry(feature)).filter(Boolean);
    byId('description').replaceChildren(
      element('p', { role: 'status' }, found.length
        ? `${found.length} objet${found.length > 1 ? 's' : ''} ici, dans votre périmètre.`
        : 'Rien ici dans votre périmètre, pour les couches affichées.'),
      ...found, place);
  }

  entry({ id, properties }) {
    const { day, title } = this.scope();
    const layer = String(id ?? '').split('.')[0];
    const pairs = described(properties, day);
    const name = nameOf(properties) || title(layer) || kindOf(properties);
    return element('article', { class: 'objet' },
      element('h3', {}, name),
      element('dl', {}, ...pairs.flatMap(([label, text]) => [element('dt', {}, label), element('dd', {}, text)])));
  }
}
