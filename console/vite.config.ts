import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console is built into `dist/console`; while developing, `/api` is passed on to a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../dist/console', emptyOutDir: true, manifest: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': { target: process.env.SERVER ?? 'http://localhost:3000', ws: true } } },
})
