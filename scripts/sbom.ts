/** `npm run sbom [-- FILE]`: writes the bill of materials, `out/sbom.cdx.json` where no file is named. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { makeSbom } from './make-sbom.ts'

const file = resolve(process.argv[2] ?? 'out/sbom.cdx.json')
const sbom = makeSbom()
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`)
console.log(`${file}: ${sbom.components.length} packages`)
