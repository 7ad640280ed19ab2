import { createContext } from 'react';

/** The page's nonce for its scripts; set by the server alone. */
export const NonceContext = createContext<string | undefined>(undefined);
