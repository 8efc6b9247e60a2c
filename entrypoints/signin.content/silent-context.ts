/** Stands in for the framework's context of the same name, which would announce this script to the page. */
export class ContentScriptContext {}
