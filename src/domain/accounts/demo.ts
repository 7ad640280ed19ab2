/** The members of the demo marketplace that anybody may sign in as, where it was loaded. */
export const DEMO_ADDRESSES: readonly string[] = [
  'client@demo.test',
  'freelancer@demo.test',
  'worker@demo.test',
  'vendor@demo.test',
  'operator@demo.test',
];

export const DEMO_PASSWORD = 'demo-demo-demo';
