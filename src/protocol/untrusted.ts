/** What there is to say in a workspace that isn't trusted. */
export const untrusted = 'This folder isn’t trusted, so Layerwise designs and checks only.';
