// A page in a headless Chromium, what it was refused or fetched, and the steps that tests share.

import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

export const given = JSON.parse(process.env.VIEWER);
const require = createRequire(`${given.modules}/`);
const { chromium } = require('playwright-core');
export const axe = require('axe-core').source;

export const SATURDAY = '#quand=2026-01-10T14:00&duree=240';

export async function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--disable-domain-reliability', '--no-first-run', '--lang=fr'],
  });
}

/** A new page of nobody's; `page.faults` gathers errors of its scripts and `page.hosts` where it asked. */
export async function open(browser, { hash = SATURDAY, width = 1300, height = 900, ...options } = {}) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width, height }, locale: 'fr-FR', ...options });
  const page = await context.newPage();
  page.faults = [];
  page.hosts = new Set();
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) page.faults.push(message.text());
  });
  page.on('request', (request) => {
    if (request.url().startsWith('http')) page.hosts.add(new URL(request.url()).host);
  });
  await page.goto(`${given.url}/${hash}`);
  return page;
}

export async function enter(page, login, password = given.passwords[login]) {
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

export async function entered(page, login) {
  await enter(page, login);
  await page.locator('#resume', { hasText: 'Dessinée' }).waitFor({ timeout: 60000 });
  await page.locator('#liste [role=status]').waitFor({ timeout: 60000 });
}

export const listed = (page) => page.locator('#liste tbody th').allInnerTexts();

/** How many different colours the map shows: one when it is blank. */
export const colours = (page) => page.evaluate(() => {
  const seen = new Set();
  for (const canvas of document.querySelectorAll('#carte canvas')) {
    if (!canvas.width) continue;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    for (let i = 0; i < data.length; i += 4) if (data[i + 3]) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  }
  return seen.size;
});

export async function accessible(page, where) {
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`), [], where);
}

export async function picture(page, name) {
  if (given.pictures) await page.screenshot({ path: `${given.pictures}/${name}.png`, fullPage: true });
}
