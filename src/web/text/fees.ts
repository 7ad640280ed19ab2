export const fees = { title: 'fees' };
