// The page: entering, staying allowed, leaving.

import 'ol/ol.css';
import './style.css';
import { readCapabilities } from './capabilities.js';
import { attributeMoment, keepTimeOf, shortDay } from './clock.js';
import { Consultation } from './consultation.js';
import { byId } from './page.js';
import { preparePrinting } from './print.js';
import { Session } from './session.js';

const MINUTE = 60000;
const PROFILES = {
  agent_prefecture: 'agent de la Préfecture', service_police: 'service de police', analyste_ville: 'analyste de la Ville',
  autorite_ville: 'autorité de la Ville', dga_securite: 'DGA Sécurité', validation_prefecture: 'validation de la Préfecture',
  dpo: 'délégué à la protection des données',
};

let consultation = null;
let watch;

function personText(me) {
  const until = (name, end) => (end ? ` ${name} jusqu’au ${shortDay(attributeMoment(end))}.` : '');
  return `${me.login}, ${PROFILES[me.profil] || me.profil}. Finalité : ${me.finalite}.`
    + until('Habilitation', me.fin) + until('Convention', me.convention?.fin);
}

/** Nothing that was shown stays, and the refusal is said. */
function refuse(error) {
  clearInterval(watch);
  consultation?.close();
  consultation = null;
  document.body.classList.remove('entre');
  byId('entree').hidden = false;
  byId('refus').textContent = `Accès refusé, rien n’est affiché. ${error.message}`;
  document.title = 'Accès refusé – Cortège';
}

/** An open page learns within a minute that the habilitation or the convention has ended. */
async function stillAllowed(session) {
  try {
    await session.me();
    if (!document.hidden) await consultation?.draw();
  } catch (error) {
    consultation?.failed(error);
  }
}

async function enter(session) {
  const me = await session.me();
  keepTimeOf(me.fuseau);
  const published = await readCapabilities(session);
  byId('refus').textContent = '';
  byId('entree').hidden = true;
  document.body.classList.add('entre');
  document.title = `${published.title} – Cortège`;
  byId('titre').textContent = published.title;
  byId('personne').textContent = personText(me);
  consultation = new Consultation({ session, published, refused: refuse });
  watch = setInterval(() => stillAllowed(session), MINUTE);
  preparePrinting(() => consultation && {
    picture: consultation.map.picture(), title: published.title, text: consultation.timeline.text,
    person: byId('personne').textContent, attributions: consultation.layers.attributions(),
  });
  byId('titre').focus();
}

async function tryToEnter(session) {
  const buttons = document.querySelectorAll('#connexion button');
  byId('erreur-connexion').textContent = '';
  byId('refus').textContent = '';
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await enter(session);
  } catch (error) {
    byId('erreur-connexion').textContent = error.message;
    byId('identifiant').focus();
    if (!error.status && error.name !== 'Error') throw error; // a fault of this page
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
    byId('mot-de-passe').value = '';
  }
}

byId('connexion').addEventListener('submit', (event) => {
  event.preventDefault();
  const login = byId('identifiant').value.trim();
  const password = byId('mot-de-passe').value;
  if (login && password) tryToEnter(new Session(login, password));
  else {
    byId('erreur-connexion').textContent = 'Indiquer l’identifiant et le mot de passe.';
    byId(login ? 'mot-de-passe' : 'identifiant').focus();
  }
});
byId('certificat').addEventListener('click', () => tryToEnter(new Session()));
let sessionElsewhere = false;
byId('quitter').addEventListener('click', () => { // forgets all that this page holds
  if (sessionElsewhere) location.assign(`openid/retour?logout=${encodeURIComponent(new URL('.', location.href).href)}`);
  else location.reload();
});
byId('lien').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    byId('lien-copie').textContent = 'Lien copié. Il ne contient que le lieu, l’heure et les couches : qui l’ouvre doit se connecter.';
  } catch {
    byId('lien-copie').textContent = `Lien à copier : ${location.href}`;
  }
});

/** Where the organisation's own account opens the page, whoever comes back from it enters at once. */
async function offerOpenid() {
  try {
    const { openid } = await (await fetch('acces.json')).json();
    if (!openid) return;
    byId('openid').hidden = false;
    await enter(new Session());
    sessionElsewhere = true;
  } catch (error) {
    if (error.status === 403) refuse(error); // known to the organisation, not habilitated; 401: not entered yet
  }
}
byId('entree').hidden = false;
offerOpenid();
