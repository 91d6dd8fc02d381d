/** Where interviews are held: one migration office for each region of the pilot. */
import type { Region } from './regions';

export const places = [
  'akmola-office',
  'abai-office',
  'east-kazakhstan-office',
  'kostanay-office',
  'pavlodar-office',
  'north-kazakhstan-office',
  'ulytau-office',
] as const satisfies `${Region}-office`[];
