/** By which ways a notice reaches a person, and what can become of an attempt. */
export const deliveryChannels = ['account', 'email'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

export const deliveryOutcomes = ['delivered', 'failed'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];
