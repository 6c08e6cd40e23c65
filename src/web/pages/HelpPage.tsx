import { currentLanguage, t } from '../i18n/language.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'

const keys = [
  { shown: ['Ctrl', 'K'], label: 'keys.search' },
  { shown: ['/'], label: 'keys.search' },
  { shown: ['?'], label: 'keys.keys' },
  { shown: ['J', 'K'], label: 'keys.rows' },
  { shown: ['Enter'], label: 'keys.open' },
  { shown: ['Esc'], label: 'keys.up' },
  { shown: ['P'], label: 'help.keyPrint' },
  { shown: ['M'], label: 'help.keyMap' },
  { shown: ['X'], label: 'help.keyExport' },
  { shown: ['←', '→'], label: 'help.keyPairs' },
] as const

const states = ['lacks', 'received', 'can-get', 'promised', 'unknown', 'late'] as const
const answers = ['decile', 'unknown', 'score', 'numbers', 'wrong'] as const

/** What the signs mean, the keys, and answers to what officers ask. */
export function HelpPage() {
  return (
    <div className="page">
      <PageHead title={t('menu.help')} />
      <div className="columns-2">
        <section className="card stack">
          <h2>{t('help.states')}</h2>
          <dl className="stack">
            {states.map((state) => (
              <div key={state} className="row">
                <dt>
                  <StateMark state={state} />{' '}
                  <b className={`text-${state}`}>{t(`state.${state}`)}</b>
                </dt>
                <dd className="ink2">{t(`help.state.${state}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="card stack">
          <h2>{t('keys.title')}</h2>
          <dl className="keys-list">
            {keys.map(({ shown, label }) => (
              <div key={shown.join('')} className="contents">
                <dt className="row">
                  {shown.map((key) => (
                    <kbd key={key} className="kbd">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{t(label)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <section className="card stack">
        <h2>{t('help.answers')}</h2>
        {answers.map((answer) => (
          <div key={answer}>
            <h3>{t(`help.${answer}.question`)}</h3>
            <p className="ink2">{t(`help.${answer}.answer`)}</p>
          </div>
        ))}
      </section>
      <section className="card stack">
        <h2>{t('help.systems')}</h2>
        <p className="ink2">{t('help.systemsText')}</p>
        <p>
          {/* Pages of the server, outside the app. */}
          <a href={`/api?lang=${currentLanguage()}`} className="button">
            {t('help.systemsLink')}
          </a>
        </p>
      </section>
    </div>
  )
}
