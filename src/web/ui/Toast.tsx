import { Icon } from './Icon.tsx'
import { useToast } from './toast.ts'

/** What was just done, at the foot of the screen; read out politely. */
export function Toast() {
  const text = useToast()
  return (
    <div role="status" className={text === '' ? 'sr-only' : 'toast'}>
      {text !== '' && (
        <>
          <Icon name="check" size={16} />
          <span>{text}</span>
        </>
      )}
    </div>
  )
}
