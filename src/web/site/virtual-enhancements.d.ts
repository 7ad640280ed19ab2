declare module 'virtual:enhancements' {
  /** The served address of each script in src/web/enhance; known on the server only. */
  export const addresses: Readonly<Record<string, string>>;
}
