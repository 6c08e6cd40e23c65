import { type Html, html } from '#platform/html'
import { type ApiDocument, resolveShape, type Shape } from './document.ts'
import type { PageWords } from './words.ts'

/** With what a schema is told. */
export interface FieldParts {
  readonly document: ApiDocument
  readonly words: PageWords
}

/** Deeper than any schema that is no loop. */
const deepest = 12
/** Bounds that only say that a number is a safe integer. */
const isReal = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER

/** All that a schema says: in a few words what it is, unless its fields say it, and what is within. */
export function schemaHtml(shape: Shape, parts: FieldParts): Html {
  const within = withinHtml(shape, parts, 0)
  if (shape.type === 'object' && within.html !== '') return within
  return html`<p class="type">${typeHtml(shape, parts)}</p>${within}`
}

/** What a value is: its type with its bounds. */
export function typeHtml(shape: Shape, parts: FieldParts): Html {
  const { words } = parts
  const kind = kindHtml(shape, parts)
  if (shape.default === undefined) return kind
  return html`${kind} · ${words.usually} <code>${JSON.stringify(shape.default)}</code>`
}

function kindHtml(given: Shape, parts: FieldParts): Html {
  const { words } = parts
  const shape = resolveShape(given, parts.document)
  if (given !== shape && given.$ref) return html`<code>${nameOf(given.$ref)}</code>`
  if (shape.const !== undefined) return html`<code>${JSON.stringify(shape.const)}</code>`
  if (shape.enum) {
    return html`${shape.enum.length > 1 ? `${words.oneOf} ` : ''}${choices(shape.enum)}`
  }
  const branches = shape.anyOf ?? shape.oneOf ?? shape.allOf
  if (branches) return branchesHtml(branches, parts)
  const types = [shape.type ?? []].flat()
  const named = types.filter((type) => type !== 'null')
  const ends = types.includes('null') ? ` ${words.orNull}` : ''
  const [type] = named
  if (type === 'array' && typeof shape.items === 'object') {
    const bounds = words.items(shape.minItems, shape.maxItems)
    return html`${words.listOf}${bounds && ` (${bounds})`}: ${typeHtml(shape.items, parts)}${ends}`
  }
  if (type === 'object') return html`${words.object}${ends}`
  if (type === 'string') return html`${stringHtml(shape, parts)}${ends}`
  if (type === 'integer' || type === 'number') return html`${type}${boundsText(shape)}${ends}`
  return html`${type ?? (types.length > 0 ? 'null' : words.anything)}${named.length > 0 ? ends : ''}`
}

function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? reference
}

function choices(values: readonly unknown[]): Html {
  return html`${values.flatMap((value, no) => [
    ...(no > 0 ? [', '] : []),
    html`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`,
  ])}`
}

/** Several kinds; that it may be null is said last. */
function branchesHtml(branches: readonly Shape[], parts: FieldParts): Html {
  const others = branches.filter(({ type }) => type !== 'null')
  const ends = others.length < branches.length ? ` ${parts.words.orNull}` : ''
  const told = others.flatMap((branch, no) => [
    ...(no > 0 ? [html` <b>|</b> `] : []),
    typeHtml(branch, parts),
  ])
  return html`${told}${ends}`
}

function stringHtml({ format, pattern, minLength, maxLength }: Shape, { words }: FieldParts): Html {
  if (format === 'binary') return html`${words.file}`
  if (format !== undefined) return html`string · ${format}`
  const length = words.length(minLength, maxLength)
  const bounds = length === '' ? '' : ` · ${length}`
  if (pattern === undefined) return html`string${bounds}`
  return html`string${bounds} · ${words.pattern} <code>${pattern}</code>`
}

function boundsText({ minimum, maximum, exclusiveMinimum }: Shape): string {
  const least = isReal(minimum) ? minimum : undefined
  const most = isReal(maximum) ? maximum : undefined
  if (exclusiveMinimum !== undefined) return ` > ${exclusiveMinimum}`
  if (least !== undefined && most !== undefined) return ` ${least}–${most}`
  if (least !== undefined) return ` ≥ ${least}`
  return most === undefined ? '' : ` ≤ ${most}`
}

/** The fields of an object, of the items of a list, of each kind that a value may be. */
function withinHtml(given: Shape, parts: FieldParts, depth: number): Html {
  // What has a name of its own is told once, where that name is.
  if (given.$ref && depth > 0) return html``
  const shape = resolveShape(given, parts.document)
  if (depth > deepest) return html``
  const branches = shape.anyOf ?? shape.oneOf ?? shape.allOf
  if (branches) return html`${branches.map((branch) => withinHtml(branch, parts, depth + 1))}`
  if (typeof shape.items === 'object') return withinHtml(shape.items, parts, depth + 1)
  const { properties = {}, additionalProperties: further, required = [] } = shape
  const rows = Object.entries(properties).map(([name, field]) =>
    fieldHtml(
      { name: html`<code>${name}</code>`, field, isRequired: required.includes(name) },
      parts,
      depth,
    ),
  )
  if (typeof further === 'object' && Object.keys(further).length > 0) {
    const name = html`${parts.words.eachKey}`
    rows.push(fieldHtml({ name, field: further, isRequired: true }, parts, depth))
  }
  return rows.length === 0 ? html`` : html`<ul class="fields">${rows}</ul>`
}

interface Field {
  readonly name: Html
  readonly field: Shape
  readonly isRequired: boolean
}

function fieldHtml({ name, field, isRequired }: Field, parts: FieldParts, depth: number): Html {
  const optional = isRequired ? '' : html` <span class="optional">${parts.words.optional}</span>`
  const { description } = field
  return html`<li><b>${name}</b>${optional} <span class="type">${typeHtml(field, parts)}</span>${
    description === undefined ? '' : html`<span class="said" lang="en">${description}</span>`
  }${withinHtml(field, parts, depth + 1)}</li>
`
}
