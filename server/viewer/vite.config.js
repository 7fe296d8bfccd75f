import { defineConfig } from 'vite';

// Static files that work at any address, without anything inline: the server forbids inline scripts and styles.
export default defineConfig({
  base: './',
  build: { target: 'es2020', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 800 },
});
