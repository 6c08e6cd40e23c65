#!/usr/bin/env node
// Starts Betang with the Node that came with `npm ci`, whichever Node called this file.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const own = fileURLToPath(
  new URL(
    process.platform === 'win32'
      ? '../node_modules/node/bin/node.exe'
      : '../node_modules/node/bin/node',
    import.meta.url,
  ),
)
const major = Number(process.versions.node.split('.')[0])

if (major >= 24) {
  process.argv[1] = main
  await import(new URL('../src/cli/main.ts', import.meta.url).href)
} else if (existsSync(own)) {
  const child = spawnSync(own, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(child.status ?? 1)
} else {
  console.error(
    `Betang perlu Node 24, yang dipasang oleh "npm ci". Jalankan "npm ci" dahulu. (Node ini: ${process.versions.node})\n` +
      `Betang needs Node 24, which "npm ci" installs. Run "npm ci" first.`,
  )
  process.exit(1)
}
