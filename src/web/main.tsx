import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { preferredLanguage, showLanguage } from './i18n/language.ts'
import { reportCaught } from './shell/caught-errors.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import './ui/marks.css'
import './ui/tables.css'
import './ui/floating.css'
import './ui/small-screens.css'

const root = document.getElementById('root')
if (root) {
  await showLanguage(preferredLanguage(), false)
  createRoot(root, { onCaughtError: reportCaught }).render(<App />)
}
