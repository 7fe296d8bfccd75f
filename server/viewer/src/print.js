// The page on paper: the map as it is on the screen, its window of time, its legend, the day's events, who printed it and what for.

import { byId, element } from './page.js';

/** `scope()` gives { picture, title, text, person, attributions }. */
export function preparePrinting(scope) {
  const prepare = () => {
    const shown = scope();
    if (!shown) return;
    const { picture, title, text, person, attributions } = shown;
    const map = element('img', { src: picture.toDataURL('image/png'), alt: `Carte : ${text}` });
    const legend = [...document.querySelectorAll('#couches .couche')]
      .filter((entry) => entry.querySelector('input').checked)
      .map((entry) => element('section', {},
        element('h3', {}, entry.querySelector('label').textContent),
        ...[...entry.querySelectorAll('.legende')].map((list) => list.cloneNode(true))));
    const table = byId('liste').cloneNode(true);
    table.removeAttribute('id');
    const printed = new Date().toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' });
    byId('impression').replaceChildren(
      element('h1', {}, title),
      element('p', { class: 'fenetre' }, text),
      map,
      element('div', { class: 'legendes' }, ...legend),
      element('h2', {}, byId('titre-evenements').textContent),
      table,
      element('p', { class: 'pied' }, `${person} Imprimé le ${printed}. ${attributions ? `Sources : ${attributions}. ` : ''}`
        + 'Ni copie ni rediffusion hors de cette finalité ; à détruire dans les quinze jours qui suivent la fin de la convention.'));
  };
  window.onbeforeprint = prepare;
  window.onafterprint = () => byId('impression').replaceChildren();
  byId('imprimer').onclick = () => window.print();
}
