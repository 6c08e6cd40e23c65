import { modules } from './modules.mjs'

const names = Object.keys(modules)
const inside = (name) => `^src/${name}/`

const direction = names.map((name) => ({
  name: `direction-${name}`,
  severity: 'error',
  comment: `${name} may import only: ${modules[name].join(', ') || 'platform'}`,
  from: { path: inside(name) },
  to: {
    path: '^src/',
    pathNot: [
      inside(name),
      '^src/platform/',
      ...modules[name].map((other) => `^src/${other}/(index|schema)\\.ts$`),
    ],
  },
}))

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...direction,
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'rooms-use-doors',
      severity: 'error',
      from: { path: '^src/(api|cli|flow)' },
      to: { path: `^src/(${names.join('|')})/`, pathNot: '/(index|schema)\\.ts$' },
    },
    {
      name: 'web-imports-schemas-only',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '^src/web/vite\\.config\\.ts$' },
      to: {
        path: '^src/',
        pathNot: ['^src/web/', '/schema\\.ts$', '^src/platform/(dates|inert-cell|money)\\.ts$'],
      },
    },
    {
      name: 'web-never-reaches-the-server',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '^src/web/vite\\.config\\.ts$' },
      to: { reachable: true, path: '(^node:|node_modules/(pg|@electric-sql|@duckdb|fastify)/)' },
    },
    {
      name: 'nothing-imports-the-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(api|cli|web|flow)' },
      to: { path: '^src/(api|cli|web|flow)' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
