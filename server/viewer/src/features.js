// What GetFeatureInfo answers: properties come under the French names of the published fields.

import { attributeMoment, momentText } from './clock.js';
import { SYSTEM } from './capabilities.js';

export const MOST = 1000;

// Said elsewhere, or of no use to a reader.
const LEFT_OUT = new Set(['Clé', 'Objet', 'Nom', 'Poids']);

// What the live tension says of itself comes under bare names.
const NAMES = {
  debut: 'Début', fin: 'Fin', empreinte: 'Empreinte du modèle', evenements: 'Derrière la valeur', modele: 'Modèle', statut: 'Statut',
  unite: 'Unité', partiel: 'Partiel', tension: 'Tension',
};

const unwrapped = (value) => String(value ?? '').replace(/^\((.*)\)$/, '$1'); // QGIS puts what its lists do not know in brackets
const isSaid = (value) => !['', '(NULL)', 'NULL'].includes(String(value ?? ''));
const isMoment = (value) => /^\d{4}-\d\d-\d\d[T ]/.test(String(value));

export const kindOf = (properties) => unwrapped(properties.Genre);
export const nameOf = (properties) => properties.Objet || properties.Nom || '';

function valueText(value, day) {
  if (isMoment(value)) return momentText(value, day);
  const number = Number(value);
  if (Number.isFinite(number) && typeof value === 'number')
    return number.toLocaleString('fr-FR', { maximumFractionDigits: Math.abs(number) < 10 ? 2 : 0 });
  return unwrapped(value);
}

/** Pairs (label, text) that say something. */
export function described(properties, day) {
  return Object.entries(properties)
    .filter(([label, value]) => !LEFT_OUT.has(label) && isSaid(value))
    .map(([label, value]) => [NAMES[label] || label, valueText(value, day)]);
}

export const periodText = (properties, day) => ({
  start: momentText(properties['Début'], day),
  end: properties.Fin ? momentText(properties.Fin, day) : 'non précisée',
});

/** People expected, or else declared; empty when nobody said. */
export function people(properties) {
  const number = properties['Personnes attendues'] ?? properties['Personnes déclarées'];
  return isSaid(number) ? Number(number).toLocaleString('fr-FR') : '';
}

const begins = (feature) => attributeMoment(feature.properties['Début']) ?? 0;
export const inOrder = (one, other) => begins(one) - begins(other) || String(one.id).localeCompare(String(other.id));

/** The rectangle of a feature, in the map's system; null without a geometry. */
export function rectangleOf(feature) {
  const positions = [];
  const walk = (part) => (typeof part[0] === 'number' ? positions.push(part) : part.forEach(walk));
  walk(feature.geometry?.coordinates ?? []);
  if (!positions.length) return null;
  const along = (axis) => positions.map((position) => position[axis]);
  return [Math.min(...along(0)), Math.min(...along(1)), Math.max(...along(0)), Math.max(...along(1))];
}

export function around(rectangles) {
  const along = (side) => rectangles.map((rectangle) => rectangle[side]);
  return [Math.min(...along(0)), Math.min(...along(1)), Math.max(...along(2)), Math.max(...along(3))];
}

/** Everything of `layers` in the rectangle: a map of 101 pixels asked about its middle and all that is around it. At one dot an
 *  inch its scale is that of a street map, so that symbols meant for large scales count too. */
export function insideOf(rectangle, layers, time) {
  const names = layers.map((layer) => layer.name).join(',');
  return {
    REQUEST: 'GetFeatureInfo', LAYERS: names, QUERY_LAYERS: names, STYLES: '', CRS: SYSTEM, BBOX: rectangle.join(','),
    WIDTH: 101, HEIGHT: 101, DPI: 1, I: 50, J: 50, INFO_FORMAT: 'application/json', FEATURE_COUNT: MOST, TIME: time,
    WITH_GEOMETRY: 'TRUE', FI_POINT_TOLERANCE: 51, FI_LINE_TOLERANCE: 51, FI_POLYGON_TOLERANCE: 51,
  };
}
