/** One file per noun; a page that ships script carries only the nouns it names. */
export { accounts } from './accounts.ts';
export { failure } from './failure.ts';
export { fees } from './fees.ts';
export { form } from './form.ts';
export { kit } from './kit.ts';
export { landing } from './landing.ts';
export { live } from './live.ts';
export { notifications } from './notifications.ts';
export { operator } from './operator.ts';
export { organizations } from './organizations.ts';
export { parts } from './parts.ts';
export { projects } from './projects.ts';
export { proposals } from './proposals.ts';
export { settings } from './settings.ts';
export { site } from './site.ts';
export { states } from './states.ts';
