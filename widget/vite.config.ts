import { defineConfig, type Plugin } from 'vite'
import { en, type Word } from './language/en.ts'
import { zh } from './language/zh.ts'

const names = Object.keys(en) as Word[]

/** The Chinese texts go without their names, in the order of the English ones: the names would be sent twice. */
const textsAlone: Plugin = {
  name: 'texts-alone',
  transform: (_code, id) =>
    id.endsWith('/language/zh.ts')
      ? `import { en } from './en.ts'
         const texts = ${JSON.stringify(names.map((name) => zh[name]))}
         export const zh = Object.fromEntries(Object.keys(en).map((name, at) => [name, texts[at]]))`
      : null,
}

/** Builds the widget into one file that a page loads with one script tag. */
export default defineConfig({
  publicDir: false,
  plugins: [textsAlone],
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
