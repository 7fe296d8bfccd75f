// The day's events as a table: what the map shows, for who does not see it.

import { byId, element, latest } from './page.js';
import { iso, moment } from './clock.js';
import { MOST, around, inOrder, insideOf, kindOf, nameOf, people, periodText, rectangleOf } from './features.js';

export class EventList {
  /** `scope()` gives what the table is of: { eventLayers, frame, territory, start, minutes, day }; `go(rectangle)` moves the map. */
  constructor({ session, scope, go, failed }) {
    Object.assign(this, { session, scope, go, failed });
    this.fetch = latest((signal) => this.load(signal));
    byId('dans-la-carte').onchange = () => this.refresh();
  }

  get framed() {
    return byId('dans-la-carte').checked;
  }

  async refresh() {
    try {
      const features = await this.fetch();
      if (features) this.show(features);
    } catch (error) {
      this.clear(error.message);
      this.failed(error);
    }
  }

  async load(signal) {
    const { eventLayers, frame, territory, start, minutes, day } = this.scope();
    if (!eventLayers.length) return [];
    const midnight = moment(day);
    const [from, to] = this.framed ? [start, start + minutes] : [midnight, midnight + 1440];
    const question = insideOf(this.framed ? frame : territory, eventLayers, `${iso(from)}/${iso(to - 1)}`);
    const response = await this.session.wms(question, { type: 'json', signal });
    return ((await response.json()).features || []).sort(inOrder);
  }

  /** The rectangle of all that is listed; null when nothing is. */
  extent() {
    const rectangles = (this.features || []).map(rectangleOf).filter(Boolean);
    return rectangles.length ? around(rectangles) : null;
  }

  clear(message) {
    this.features = null;
    byId('liste').replaceChildren(element('p', { class: 'refus' }, `Liste non affichée. ${message}`));
  }

  show(features) {
    this.features = features;
    if (!this.scope().eventLayers.length) {
      byId('liste').replaceChildren(element('p', {}, 'Aucune couche d’événements n’est affichée : la liste n’est pas demandée.'));
      return;
    }
    const where = this.framed ? 'dans le cadre et la fenêtre de la carte' : 'ce jour-là';
    const count = features.length
      ? `${features.length} événement${features.length > 1 ? 's' : ''} ${where}, dans votre périmètre.`
      : `Aucun événement ${where}, dans votre périmètre.`;
    const cut = features.length >= MOST ? ` Seuls les ${MOST} premiers sont listés.` : '';
    byId('liste').replaceChildren(
      element('p', { role: 'status' }, count + cut),
      ...(features.length ? [this.table(features)] : []));
  }

  table(features) {
    const { day } = this.scope();
    const titles = ['Début', 'Fin', 'Nature', 'Objet', 'Personnes', 'Carte'];
    return element('div', { class: 'defile', tabindex: '0', role: 'region', 'aria-label': 'Tableau des événements' },
      element('table', {},
        element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col' }, title)))),
        element('tbody', {}, ...features.map((feature) => this.row(feature, day)))));
  }

  row(feature, day) {
    const { properties } = feature;
    const { start, end } = periodText(properties, day);
    const rectangle = rectangleOf(feature);
    const name = nameOf(properties) || kindOf(properties);
    return element('tr', {},
      element('td', { 'data-titre': 'Début' }, start),
      element('td', { 'data-titre': 'Fin' }, end),
      element('td', { 'data-titre': 'Nature' }, kindOf(properties)),
      element('th', { scope: 'row', 'data-titre': 'Objet' }, name),
      element('td', { 'data-titre': 'Personnes', class: 'nombre' }, people(properties) || '–'),
      element('td', { class: 'bouton' }, rectangle
        ? element('button', { type: 'button', class: 'second', 'aria-label': `Voir sur la carte : ${name}`, onclick: () => this.go(rectangle) }, 'Voir')
        : ''));
  }
}
