/** The part of FEEL (DMN 1.3, chapter 10) that Weimin's packs may use. What is not here is refused with its name. */
grammar Feel;

onlyExpression : expression EOF ;
onlyTests      : tests EOF ;

tests
  : '-'                                 # AnyValue
  | 'not' '(' test (',' test)* ')'      # NoneOf
  | test (',' test)*                    # AnyOf
  ;

test
  : op=('<' | '<=' | '>' | '>=') expression                                  # Against
  | open=('[' | '(' | ']') expression '..' expression close=(']' | ')' | '[') # Between
  | expression                                                               # Equal
  ;

expression
  : expression '.' NAME                                         # Field
  | expression '[' expression ']'                               # Filter
  | '-' expression                                              # Negate
  | expression op=('*' | '/') expression                        # Arithmetic
  | expression op=('+' | '-') expression                        # Arithmetic
  | expression op=('=' | '!=' | '<' | '<=' | '>' | '>=') expression # Comparison
  | expression 'and' expression                                 # And
  | expression 'or' expression                                  # Or
  | 'if' expression 'then' expression 'else' expression         # If
  | 'for' NAME 'in' expression 'return' expression              # For
  | 'years and months duration' '(' expression ',' expression ')' '.' 'years' # Years
  | rounding '(' expression ',' expression ')'                  # Rounded
  | 'not' '(' expression ')'                                    # Not
  | NAME '(' expression (',' expression)* ')'                   # Call
  | 'date' '(' STRING ')'                                       # Date
  | '(' expression ')'                                          # Grouped
  | NUMBER                                                      # Number
  | STRING                                                      # Text
  | ('true' | 'false')                                          # Truth
  | NAME                                                        # Name
  ;

rounding : 'round half up' | 'round half down' | 'round up' | 'round down' ;

NUMBER : [0-9]+ ('.' [0-9]+)? ;
STRING : '"' ~["\\\r\n]* '"' ;
NAME   : [A-Za-z_] [A-Za-z0-9_]* ;
SPACE  : [ \t\r\n]+ -> skip ;
OTHER  : . ;
