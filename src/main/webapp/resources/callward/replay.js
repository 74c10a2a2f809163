export async function replay() { /* follows */ }
