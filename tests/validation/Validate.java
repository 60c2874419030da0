import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDFs against standards: {@code java Validate.java ua1,2a FILE...} prints a line of JSON for
 * each file and standard.
 */
public final class Validate {
    private Validate() {}

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            for (String standard : arguments[0].split(",")) {
                System.out.println(report(arguments[i], standard));
            }
        }
    }

    private static String report(String file, String standard) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return String.format(
                    "{\"file\": %s, \"standard\": %s, \"compliant\": %b, \"checks\": %d, \"failures\": {%s}}",
                    quoted(file), quoted(standard), result.isCompliant(), result.getTotalAssertions(), failures(result));
        }
    }

    /** Each rule that is broken, with what it says and where, and how often it is so. */
    private static String failures(ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                String place = assertion.getLocation().getContext();
                counts.merge(rule + " " + assertion.getMessage() + " at " + place, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            boolean plain = letter >= ' ' && letter < 127 && letter != '"' && letter != '\\';
            json.append(plain ? String.valueOf(letter) : String.format("\\u%04x", (int) letter));
        }
        return json.append('"').toString();
    }
}
