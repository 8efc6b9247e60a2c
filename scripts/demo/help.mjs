/** What `npm start -- --help` prints. It needs no node modules, so that it can be read before anything is set up. */
export const HELP = `npm start sets up, builds Latchkey and shows it. Without a display it signs in headless. Options, behind npm start --:

  --headless            the scripted sign-in, with pictures under .output/demo/
  --layout NAME         another layout of the bundled site: documented, documented-pages, today, april, or one of the gallery
  --site HOST:PORT      an https server of yours on this machine, with the three that follow
  --email ADDRESS
  --key KEY
  --authenticator LINK  the otpauth:// link, or the secret
  --no-build            the build that is there, without making it again
  --live                the real site, for a person
  --help                this text`;
