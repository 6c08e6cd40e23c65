import { z } from 'zod'
import packageJson from '../package.json' with { type: 'json' }
import { runNpm } from './run-npm.ts'

/** A bill of materials as CycloneDX 1.5 has it; only what is read here is named. */
const Sbom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.looseObject({ name: z.string(), version: z.string() })),
})
export type Sbom = z.infer<typeof Sbom>

/** Every package of the lock file with version, licence and hash; npm knows no name but the folder's. */
export function makeSbom(): Sbom {
  const { status, stdout } = runNpm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'])
  if (status !== 0) throw new Error(`npm sbom ended with ${status}`)
  const sbom = Sbom.parse(JSON.parse(stdout))
  sbom.metadata.component.name = packageJson.name
  return sbom
}
