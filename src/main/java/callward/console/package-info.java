/** The shell of the pages: navigation, language, what is shown when something fails. The pages themselves belong to the rooms of their data. */
package callward.console;
