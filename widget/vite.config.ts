import { defineConfig } from 'vite'

/** Builds the widget into one file that a page loads with one script tag. */
export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2023',
    lib: { entry: 'widget/main.tsx', formats: ['iife'], name: 'ShopdeskWidget', fileName: () => 'widget.js' },
  },
})
