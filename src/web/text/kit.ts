export const kit = { title: 'kit' };
