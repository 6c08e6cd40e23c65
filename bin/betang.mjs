#!/usr/bin/env node
// Starts Betang with the Node 24 that `npm ci` installed, whichever Node called this file. It must
// be readable by any Node that knows modules: no syntax newer than that here.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = new URL('../src/cli/main.ts', import.meta.url)
const isWindows = process.platform === 'win32'
const own = fileURLToPath(
  new URL(`../node_modules/node/bin/${isWindows ? 'node.exe' : 'node'}`, import.meta.url),
)
const major = Number(process.versions.node.split('.')[0])

if (major >= 24) {
  process.argv[1] = fileURLToPath(main)
  import(main.href)
} else if (existsSync(own)) {
  const child = spawn(own, [fileURLToPath(main)].concat(process.argv.slice(2)), {
    stdio: 'inherit',
  })
  // Ctrl C reaches both of us from the terminal; the child decides when to end. What is sent to this
  // process alone, by a service manager, is handed on.
  process.on('SIGINT', () => {})
  const handedOn = isWindows ? ['SIGBREAK'] : ['SIGTERM', 'SIGHUP']
  handedOn.forEach((signal) => {
    process.on(signal, () => {
      child.kill(signal)
    })
  })
  child.on('error', (error) => {
    console.error(
      'Node 24 di ' +
        own +
        ' tidak dapat dijalankan (' +
        error.message +
        '). Ulangi "npm ci".\n' +
        'Node 24 in ' +
        own +
        ' cannot be run (' +
        error.message +
        '). Run "npm ci" again.',
    )
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal) {
      // Die of the same signal, so that the caller sees what happened.
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else {
      process.exit(code)
    }
  })
} else {
  console.error(
    'Betang memerlukan Node 24, yang dipasang oleh "npm ci". Jalankan "npm ci" di folder Betang dahulu. (Node ini: ' +
      process.versions.node +
      ')\n' +
      'Betang needs Node 24, which "npm ci" installs. Run "npm ci" in Betang\'s folder first. (This Node: ' +
      process.versions.node +
      ')',
  )
  process.exit(1)
}
