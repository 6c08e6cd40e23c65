import { type I18n, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { id } from '../messages/id/index.ts'
import type { MessageKey, Messages } from '../messages/shape.ts'

/** Languages of the web app. More are files: a folder beside `messages/id`, and a line here. */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

const loaders: { readonly [Other in Exclude<Language, 'id'>]: () => Promise<Messages> } = {
  en: async () => (await import('../messages/en/index.ts')).en,
}

/** Indonesian is there from the start; another language arrives when it is chosen. */
export const i18n: I18n = setupI18n({ locale: 'id', messages: { id: { ...id } } })
i18n.setMessagesCompiler(compileMessage)

const storageKey = 'betang.language'

function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text)
}

/** The language in use. */
export function currentLanguage(): Language {
  return isLanguage(i18n.locale) ? i18n.locale : 'id'
}

/** Shows the app in a language, and remembers it on this device when a person chose it. */
export async function showLanguage(language: Language, isChosen: boolean): Promise<void> {
  if (language !== 'id') i18n.load(language, { ...(await loaders[language]()) })
  i18n.activate(language)
  document.documentElement.lang = language
  if (isChosen) localStorage.setItem(storageKey, language)
}

/** The language chosen on this device, else the account's, else Indonesian. */
export function preferredLanguage(accountLanguage?: string): Language {
  const chosen = localStorage.getItem(storageKey)
  if (isLanguage(chosen)) return chosen
  return isLanguage(accountLanguage) ? accountLanguage : 'id'
}

/** Names of the placeholders in a message: `'a {x} b {y}'` gives `'x' | 'y'`. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never
type Values<Key extends MessageKey> = [Placeholder<(typeof id)[Key]>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholder<(typeof id)[Key]>]: string | number }]

/** The words of a key in the language in use; placeholders are checked against the Indonesian. */
export function t<Key extends MessageKey>(key: Key, ...values: Values<Key>): string {
  return i18n._(key, values[0])
}

/** Words for a code that comes from outside and may be new: the code itself, spaced, where none are known. */
export function codeWords(group: string, code: string): string {
  const key = `${group}.${code}`
  return key in id ? i18n._(key) : code.replaceAll('-', ' ')
}

/** The name of a fact; rules write `age_years` where the register writes `ageYears`. */
export function factName(fact: string): string {
  return codeWords(
    'fact',
    fact.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
}

/** The text in the language in use, of two that the server made. */
export function inLanguage(textId: string, textEn: string): string {
  return currentLanguage() === 'en' ? textEn : textId
}
