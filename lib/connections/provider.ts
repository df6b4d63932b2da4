export const providers = ["spotify", "beatport"] as const;
export type Provider = (typeof providers)[number];

export const connectionStatuses = ["active", "needs_reconnect", "disconnected"] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];
