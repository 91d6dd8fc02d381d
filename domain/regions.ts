/** The regions and cities of the country that the service knows by code. */
export const regions = [
  'akmola',
  'abai',
  'east-kazakhstan',
  'kostanay',
  'pavlodar',
  'north-kazakhstan',
  'ulytau',
  'almaty-city',
  'astana',
  'shymkent',
] as const;
export type Region = (typeof regions)[number];
