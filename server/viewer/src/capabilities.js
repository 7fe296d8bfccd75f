// What the server publishes: groups of layers with their titles, and the territory's rectangle.

export const SYSTEM = 'EPSG:2154';
const EVENTS = ['evenement_point', 'evenement_ligne', 'evenement_surface'];

const childrenOf = (node, name) => [...node.children].filter((child) => child.localName === name);
const textOf = (node, name) => childrenOf(node, name)[0]?.textContent.trim() || '';

function rectangleOf(layer) {
  const box = childrenOf(layer, 'BoundingBox').find((one) => one.getAttribute('CRS') === SYSTEM);
  return box ? ['minx', 'miny', 'maxx', 'maxy'].map((side) => Number(box.getAttribute(side))) : null;
}

function layerOf(node) {
  return {
    name: textOf(node, 'Name'),
    title: textOf(node, 'Title'),
    abstract: textOf(node, 'Abstract'),
    attribution: textOf(childrenOf(node, 'Attribution')[0] || node, 'Title'),
    queryable: node.getAttribute('queryable') === '1',
    timed: childrenOf(node, 'Dimension').some((one) => one.getAttribute('name') === 'time'),
    smallestScale: Number(textOf(node, 'MaxScaleDenominator')) || Infinity,
    event: EVENTS.includes(textOf(node, 'Name')),
  };
}

/** Layers come top first, as published. */
export async function readCapabilities(session) {
  const response = await session.wms({ REQUEST: 'GetCapabilities' }, { type: 'xml' });
  const page = new DOMParser().parseFromString(await response.text(), 'text/xml');
  const root = page.querySelector('Capability > Layer');
  const nodes = childrenOf(root, 'Layer');
  const isGroup = (node) => childrenOf(node, 'Layer').length > 0;
  const groups = nodes.filter(isGroup).map((node) => ({
    title: textOf(node, 'Title'),
    layers: childrenOf(node, 'Layer').map(layerOf),
  }));
  const alone = nodes.filter((node) => !isGroup(node)).map(layerOf);
  if (alone.length) groups.push({ title: 'Autres couches', layers: alone });
  return { title: textOf(root, 'Title'), extent: rectangleOf(root), groups, layers: groups.flatMap((group) => group.layers) };
}
