/**
 * The law as a program: reads packs, checks them, and answers for one case with everything that led to the answer.
 * Knows no room and no database; refuses by name every rule construct it does not fully understand.
 */
@NullMarked
package org.weimin.engine;

import org.jspecify.annotations.NullMarked;
