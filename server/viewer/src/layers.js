// Which layers are shown, and what their symbols mean.

import { byId, element } from './page.js';
import { SYSTEM } from './capabilities.js';

const HIDDEN_AT_FIRST = ['zone_tension', 'lieu'];

export class Layers {
  constructor({ session, groups, shown, changed }) {
    this.session = session;
    this.all = groups.flatMap((group) => group.layers);
    this.changed = changed;
    const known = shown?.filter((name) => this.all.some((layer) => layer.name === name));
    this.shown = new Set(known ?? this.all.map((layer) => layer.name).filter((name) => !HIDDEN_AT_FIRST.includes(name)));
    byId('couches').replaceChildren(...groups.map((group) => this.group(group)));
  }

  /** Names from the bottom up, as a map is asked for. */
  names() {
    return this.all.filter((layer) => this.shown.has(layer.name)).map((layer) => layer.name).reverse();
  }

  title(name) {
    return this.all.find((layer) => layer.name === name)?.title || name;
  }

  events() {
    return this.all.filter((layer) => layer.event && this.shown.has(layer.name));
  }

  attributions() {
    const said = this.all.filter((layer) => this.shown.has(layer.name)).flatMap((layer) => layer.attribution.split(', '));
    return [...new Set(said.filter(Boolean))].join(', ');
  }

  group({ title, layers }) {
    return element('fieldset', {}, element('legend', {}, title), ...layers.map((layer) => this.entry(layer)));
  }

  entry(layer) {
    const id = `couche-${layer.name}`;
    const box = element('input', { type: 'checkbox', id, checked: this.shown.has(layer.name) });
    const legend = element('ul', { class: 'legende', 'aria-label': `Légende : ${layer.title}` });
    const scale = Number.isFinite(layer.smallestScale)
      ? element('span', { class: 'note' }, ` (à partir du 1:${layer.smallestScale.toLocaleString('fr-FR')})`) : null;
    const show = () => {
      legend.hidden = !box.checked;
      if (box.checked && !legend.childElementCount) this.fill(legend, layer);
    };
    box.addEventListener('change', () => {
      this.shown[box.checked ? 'add' : 'delete'](layer.name);
      show();
      this.changed();
    });
    show();
    return element('div', { class: 'couche' }, box, ' ', element('label', { for: id, title: layer.abstract }, layer.title), scale, legend);
  }

  async fill(list, layer) {
    list.hidden = true;
    try {
      const response = await this.session.wms(
        { REQUEST: 'GetLegendGraphic', LAYER: layer.name, FORMAT: 'application/json', CRS: SYSTEM }, { type: 'json' });
      list.replaceChildren(...symbolsOf((await response.json()).nodes).map(({ icon, title }) => element('li', {},
        icon ? element('img', { src: `data:image/png;base64,${icon}`, alt: '' }) : null, ' ', title || layer.title)));
    } catch {
      list.replaceChildren(element('li', { class: 'note' }, 'Légende indisponible.'));
    }
    list.hidden = !this.shown.has(layer.name) || !list.childElementCount;
  }
}

/** The leaves of QGIS Server's tree. A ramp comes as its quantity, said to be a palette, then its picture. */
function symbolsOf(nodes) {
  return (nodes || []).flatMap((node) => {
    const title = (node.title || '').replace(/ \([^()]*palette[^()]*\)$/i, '');
    const leaf = node.icon || (title && node.type !== 'layer' && node.type !== 'group' && !node.symbols && !node.nodes);
    return [...(leaf ? [{ icon: node.icon, title }] : []), ...symbolsOf(node.symbols), ...symbolsOf(node.nodes)];
  });
}
