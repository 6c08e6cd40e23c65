/**
 * What a stranger tries first in this city, the likeliest first: offices, places, names of people and
 * things from here that general word lists do not have.
 */
export const localWords: readonly string[] = `
betang palangkaraya palangka palangkarayakota kotacantik kalteng kalimantantengah kalimantan borneo
tkpk bapperida bappeda bappedalitbang dinsos dinassosial disdukcapil dukcapil dinkes disdik dinkop
disperkim perkim puskesos puskesmas slrt siksng dtks dtsen p3ke regsosek pkh bpnt bansos sembako
baznas kemensos kemendagri bps walikota wakilwalikota sekda kadis camat lurah kelurahan kecamatan
pemko pemkot pemda pemprov admin administrator sekretariat operator petugas pegawai pns asn kader
pahandut jekanraya menteng bukittunggal palangka petukketimpun sebangau sabangau kerengbangkirai
kalampangan kamelohbaru beringharjo danautundai bukitbatu tangkiling marang tumbangtahai banturung
habaring sei gohong kanarakan rakumpit petukbukit pager panjehan gaungbaru petukbarunai mungkubaru
bukitsua langkai tanjungpinang panarung pahandutseberang tumbangrungan sampit katingan kapuas kahayan
barito pulangpisau gunungmas kasongan buntok muarateweh sukamara lamandau seruyan murungraya banjar
banjarmasin dayak ngaju maanyan ot danum bakumpai tambun bungai isenmulang hapakat panarung mandau
tingang enggang sapundu tiwah bawi upun rahasia sandi katasandi password kunci masuk bismillah
alhamdulillah assalamualaikum tuhan yesus allah merdeka indonesia garuda pancasila nusantara jakarta
sayang cinta kucing keluarga persija persib juventus norlela tambunan simanjuntak siregar nasution
`
  .trim()
  .split(/\s+/)
