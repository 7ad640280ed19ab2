export const landing = { title: 'landing' };
