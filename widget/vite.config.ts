import { defineConfig } from 'vite'

/** Builds the widget into one file that a page loads with one script tag. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { 'preact/jsx-runtime': new URL('jsx-runtime.ts', import.meta.url).pathname } },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2023',
    // Browsers that know `color-scheme` by themselves: without them each surface would carry a stand-in for it.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    lib: { entry: 'widget/main.tsx', formats: ['iife'], name: 'ShopdeskWidget', fileName: () => 'widget.js' },
  },
})
