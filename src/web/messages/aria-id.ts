type Words = Record<string, string | ((args: Record<string, unknown>) => string)>

/** Indonesian for what react-aria says to screen readers, by its own parts and keys. */
export const ariaId: Record<string, Words> = {
  autocomplete: { collectionLabel: 'Saran' },
  combobox: {
    buttonLabel: 'Tampilkan saran',
    listboxLabel: 'Saran',
    countAnnouncement: (args) => `${args.optionCount} pilihan tersedia.`,
    selectedAnnouncement: (args) => `${args.optionText}, dipilih`,
    focusAnnouncement: (args) => `${args.optionText}${args.isSelected ? ', dipilih' : ''}`,
  },
  menu: { longPressMessage: 'Tekan lama, atau tekan Alt + panah bawah untuk membuka menu' },
  overlays: { dismiss: 'Tutup' },
  searchfield: { 'Clear search': 'Kosongkan pencarian' },
  toast: { close: 'Tutup', notifications: (args) => `${args.count} pemberitahuan.` },
}
