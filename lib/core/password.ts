/** Length is all that is asked of a password: rules about signs make people choose worse ones. */
export const minPasswordLength = 12;
