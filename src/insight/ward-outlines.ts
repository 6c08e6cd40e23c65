import { boundaryNotice, wardShapes } from '#territory'
import type { MapPage } from './schema.ts'

/** Outlines for the map of the wards. */
export function mapPage(): MapPage {
  return {
    noticeId: boundaryNotice.id,
    noticeEn: boundaryNotice.en,
    wards: wardShapes().map(({ code, name, district, rings, label }) => ({
      code,
      name,
      district,
      rings: rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])),
      label: [label[0], label[1]],
    })),
  }
}
