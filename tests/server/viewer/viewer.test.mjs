import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, colours, enter, entered, given, launch, listed, open, picture } from './browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const sorted = (texts) => [...texts].sort();

for (const [login, profile] of [['vm_calanque', 'analyste de la Ville'], ['sp_garlaban', 'service de police'],
  ['vm_corniche', 'autorité de la Ville']]) {
  test(`${login} sees what their own SQL gives, on the map and in the table`, async () => {
    const page = await open(browser);
    await entered(page, login);
    assert.match(await page.locator('#personne').innerText(), new RegExp(`${login}, ${profile}. Finalité`));
    assert.ok(given.expected[login].length > 3, 'the day is not empty');
    assert.deepEqual(sorted(await listed(page)), sorted(given.expected[login]));
    assert.ok(await colours(page) > 20, 'the map is drawn');
    assert.ok(await page.locator('.legende img').count() > 5, 'the legend is there');
    await picture(page, login);
    assert.deepEqual(page.faults, []);
    assert.deepEqual([...page.hosts], [new URL(given.url).host], 'nothing is asked of anybody else');
    await page.context().close();
  });
}

test('a wrong password is said, and nothing is shown', async () => {
  const page = await open(browser);
  await enter(page, 'vm_calanque', 'faux');
  await page.locator('#erreur-connexion', { hasText: /mot de passe/ }).waitFor();
  assert.ok(await page.locator('#consultation').isHidden());
  await accessible(page, 'entering');
  await picture(page, 'refus-mot-de-passe');
  await page.context().close();
});

test('a card opens the page without a password', async () => {
  const [certPath, keyPath] = given.card;
  const page = await open(browser, { clientCertificates: [{ origin: given.url, certPath, keyPath }] });
  await page.getByRole('button', { name: 'Entrer avec un certificat' }).click();
  await page.locator('#resume', { hasText: 'Dessinée' }).waitFor({ timeout: 60000 });
  await page.locator('#liste [role=status]').waitFor({ timeout: 60000 });
  assert.match(await page.locator('#personne').innerText(), /^sp_garlaban, service de police/);
  assert.deepEqual(sorted(await listed(page)), sorted(given.expected.sp_garlaban));
  await page.context().close();
});

test('nobody’s secret is in the address, in cookies or in storage', async () => {
  const page = await open(browser);
  await entered(page, 'vm_calanque');
  const kept = await page.evaluate(() => location.href + document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage }));
  assert.ok(!kept.includes('vm_calanque') && !kept.includes(given.passwords.vm_calanque), kept);
  assert.deepEqual(await page.context().cookies(), []);
  await page.reload();
  assert.ok(await page.locator('#consultation').isHidden(), 'a reload asks again who is there');
  await page.context().close();
});

test('a link brings back the place, the time and the layers, and asks who opens it', async () => {
  const page = await open(browser);
  await entered(page, 'vm_calanque');
  await page.locator('#couche-tension').uncheck();
  await page.locator('#duree').selectOption('60');
  await page.waitForTimeout(500);
  const link = new URL(page.url()).hash;
  const other = await open(browser, { hash: link });
  assert.ok(await other.locator('#consultation').isHidden());
  await entered(other, 'vm_corniche');
  assert.equal(new URL(other.url()).hash, link);
  assert.match(await other.locator('#fenetre').innerText(), /samedi 10 janvier 2026, de 14 h 00 à 15 h 00/);
  await other.context().close();
  await page.context().close();
});

test('by keyboard: time moves, play runs and stops, a point is described', async () => {
  const page = await open(browser);
  await entered(page, 'vm_calanque');
  await page.getByLabel('Heure de début').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('#fenetre').innerText(), /de 14 h 15 à 18 h 15/);
  await page.getByRole('button', { name: 'Lecture' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#fenetre', { hasText: 'de 16 h 15' }).waitFor({ timeout: 30000 });
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  const stopped = await page.locator('#fenetre').innerText();
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('#fenetre').innerText(), stopped);
  await page.getByRole('button', { name: /^Voir sur la carte/ }).first().press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'carte');
  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await page.locator('#description [role=status]', { hasText: /ici, dans votre périmètre|Rien ici/ }).waitFor({ timeout: 30000 });
  await picture(page, 'description');
  await accessible(page, 'consulting');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a phone, and a desktop enlarged twice: nothing is cut, nothing scrolls sideways', async () => {
  for (const [name, width, height] of [['telephone', 375, 740], ['deux-fois', 650, 450], ['quatre-fois', 320, 256]]) {
    const page = await open(browser, { width, height });
    await picture(page, `${name}-entree`);
    await entered(page, 'vm_corniche');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
    await accessible(page, name);
    await picture(page, name);
    await page.context().close();
  }
});

test('the page prints: map, window, table, who and what for', async () => {
  const page = await open(browser);
  await entered(page, 'vm_corniche');
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ctg-')), 'carte.pdf');
  await page.evaluate(() => window.onbeforeprint());
  await page.waitForTimeout(500);
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  for (const words of ['samedi 10 janvier 2026, de 14 h 00 à 18 h 00', 'Finalité : Décision et information des élus', 'Imprimé le',
    given.expected.vm_corniche[0]])
    assert.ok(text.includes(words), `${words} in ${text}`);
  assert.ok(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).split('\n').length > 3, 'the map is in it');
  if (given.pictures) fs.copyFileSync(file, `${given.pictures}/impression.pdf`);
  fs.rmSync(path.dirname(file), { recursive: true });
  await page.context().close();
});

test('what the server cannot show is said, over the map and in the list', async () => {
  const page = await open(browser);
  await entered(page, 'vm_corniche');
  await page.route('**/wms?*', (route) => route.abort());
  await page.getByRole('button', { name: 'Maintenant' }).click();
  await page.locator('#voile', { hasText: 'Carte non affichée. Le serveur ne répond pas' }).waitFor();
  for (let tries = 0; tries < 20 && await colours(page); ++tries) await page.waitForTimeout(100);
  assert.equal(await colours(page), 0);
  await page.locator('#liste', { hasText: 'Liste non affichée' }).waitFor();
  await picture(page, 'panne');
  await page.unroute('**/wms?*');
  await page.locator('#duree').selectOption('1440');
  await page.locator('#resume', { hasText: 'Dessinée' }).waitFor({ timeout: 30000 });
  assert.ok(await page.locator('#voile').isHidden());
  await page.context().close();
});

test('a habilitation ended in the middle: the next request empties the page and says so', async () => {
  const page = await open(browser);
  await entered(page, 'sp_garlaban');
  execFileSync('psql', ['-Xqv', 'ON_ERROR_STOP=1', '-c', `
    SET SESSION AUTHORIZATION vm_dga;
    SELECT habilitation.revoquer(h.id, 'essai') FROM habilitation.habilitation h JOIN habilitation.personne p ON p.id = h.personne
    WHERE p.login = 'sp_garlaban'`, given.uri], { stdio: 'pipe' });
  await page.locator('#duree').selectOption('60');
  await page.locator('#refus', { hasText: 'Accès refusé, rien n’est affiché.' }).waitFor({ timeout: 30000 });
  assert.ok(await page.locator('#consultation').isHidden());
  assert.equal(await page.locator('#carte canvas').count(), 0);
  assert.equal((await page.locator('#liste').innerHTML()).trim(), '');
  await picture(page, 'refus');
  await accessible(page, 'refused');
  await page.context().close();
});

test('an address that makes no sense opens the page all the same', async () => {
  const page = await open(browser, { hash: '#ou=a,b&quand=2026-99-99T77:99&duree=3&couches=;DROP,evenement_point' });
  await entered(page, 'vm_corniche');
  assert.deepEqual(page.faults, []);
  assert.ok(await page.locator('#couche-evenement_point').isChecked());
  await page.context().close();
});
